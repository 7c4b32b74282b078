CREATE TABLE `clearing` (
	`kind` text NOT NULL,
	`key` text NOT NULL,
	`body` text NOT NULL,
	PRIMARY KEY(`kind`, `key`)
);
--> statement-breakpoint
CREATE INDEX `confirmation_period` ON `confirmation` (`period`,`setl_id`) WHERE confirmed = 1;--> statement-breakpoint
CREATE INDEX `settlement_national_day` ON `settlement` (`setl_time`,`setl_id`) WHERE book = 'national';