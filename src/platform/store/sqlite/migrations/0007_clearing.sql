CREATE TABLE `clearing` (
	`kind` text NOT NULL,
	`key` text NOT NULL,
	`body` text NOT NULL,
	PRIMARY KEY(`kind`, `key`)
);
--> statement-breakpoint
CREATE TABLE `confirmation` (
	`setl_id` text NOT NULL,
	`period` text NOT NULL,
	`fixmedins_code` text NOT NULL,
	`confirmed` integer NOT NULL,
	`reference` text NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`setl_id`, `period`)
);
--> statement-breakpoint
CREATE INDEX `confirmation_institution` ON `confirmation` (`fixmedins_code`,`period`,`setl_id`);--> statement-breakpoint
CREATE INDEX `confirmation_period` ON `confirmation` (`period`,`setl_id`) WHERE confirmed = 1;--> statement-breakpoint
CREATE TABLE `hospital_file` (
	`file_qury_no` text PRIMARY KEY NOT NULL,
	`fixmedins_code` text NOT NULL,
	`filename` text NOT NULL,
	`kind` text NOT NULL,
	`content` text NOT NULL,
	`dld_endtime` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `settlement_institution` ON `settlement` (`fixmedins_code`,`setl_time`) WHERE book = 'treatment';--> statement-breakpoint
CREATE INDEX `settlement_national_day` ON `settlement` (`setl_time`,`setl_id`) WHERE book = 'national';