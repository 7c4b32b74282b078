CREATE TABLE `voucher` (
	`fixmedins_code` text NOT NULL,
	`no` text NOT NULL,
	`code` text NOT NULL,
	`setl_id` text,
	`body` text NOT NULL,
	PRIMARY KEY(`fixmedins_code`, `no`, `code`)
);
--> statement-breakpoint
CREATE INDEX `voucher_setl_id` ON `voucher` (`setl_id`);--> statement-breakpoint
CREATE TABLE `voucher_batch` (
	`fixmedins_code` text NOT NULL,
	`upld_bchno` text NOT NULL,
	`body` text NOT NULL,
	PRIMARY KEY(`fixmedins_code`, `upld_bchno`)
);
--> statement-breakpoint
CREATE TABLE `voucher_file` (
	`sha256` text PRIMARY KEY NOT NULL,
	`bytes` blob NOT NULL
);
--> statement-breakpoint
CREATE TABLE `voucher_upload` (
	`fixmedins_code` text NOT NULL,
	`upld_bchno` text NOT NULL,
	`row` integer NOT NULL,
	`body` text NOT NULL,
	PRIMARY KEY(`fixmedins_code`, `upld_bchno`, `row`)
);
