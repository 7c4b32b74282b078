CREATE TABLE `application` (
	`trt_dcla_detl_sn` text PRIMARY KEY NOT NULL,
	`psn_no` text NOT NULL,
	`body` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `application_psn_no` ON `application` (`psn_no`);--> statement-breakpoint
CREATE TABLE `maintenance` (
	`id` text PRIMARY KEY NOT NULL,
	`body` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `place_state` (
	`place` text PRIMARY KEY NOT NULL,
	`body` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `upload` (
	`kind` text NOT NULL,
	`key` text NOT NULL,
	`updated_at` integer NOT NULL,
	`body` text NOT NULL,
	PRIMARY KEY(`kind`, `key`)
);
--> statement-breakpoint
CREATE INDEX `upload_changes` ON `upload` (`kind`,`updated_at`,`key`);--> statement-breakpoint
ALTER TABLE `journal` ADD `via` text;