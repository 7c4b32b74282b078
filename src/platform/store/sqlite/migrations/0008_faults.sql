CREATE TABLE `delivery` (
	`seq` integer PRIMARY KEY NOT NULL,
	`state` text NOT NULL,
	`at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `fault` (
	`ordinal` integer PRIMARY KEY NOT NULL,
	`id` text NOT NULL,
	`body` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `fault_id_unique` ON `fault` (`id`);--> statement-breakpoint
CREATE TABLE `fault_attempt` (
	`fault` text NOT NULL,
	`key` text NOT NULL,
	`attempt` integer NOT NULL,
	PRIMARY KEY(`fault`, `key`)
);
--> statement-breakpoint
CREATE TABLE `firing` (
	`seq` integer NOT NULL,
	`nth` integer NOT NULL,
	`fault` text NOT NULL,
	`body` text NOT NULL,
	PRIMARY KEY(`seq`, `nth`)
);
--> statement-breakpoint
CREATE INDEX `firing_fault` ON `firing` (`fault`);--> statement-breakpoint
ALTER TABLE `journal` ADD `faults` text;