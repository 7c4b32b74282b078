CREATE TABLE `card_reading` (
	`auth_sn` text PRIMARY KEY NOT NULL,
	`body` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `ec_token` (
	`ec_token` text PRIMARY KEY NOT NULL,
	`body` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `face_authorisation` (
	`auth_no` text PRIMARY KEY NOT NULL,
	`body` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `shown` (
	`ordinal` integer PRIMARY KEY NOT NULL,
	`code` text NOT NULL,
	`medium` text NOT NULL,
	`held_at` text,
	`body` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `shown_code` ON `shown` (`code`);--> statement-breakpoint
CREATE INDEX `shown_held` ON `shown` (`held_at`,`medium`,`ordinal`) WHERE held_at is not null;--> statement-breakpoint
CREATE TABLE `terminal_notice` (
	`seq` integer PRIMARY KEY NOT NULL,
	`body` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `token_check` (
	`ec_token` text NOT NULL,
	`fixmedins_code` text NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`ec_token`, `fixmedins_code`)
);
