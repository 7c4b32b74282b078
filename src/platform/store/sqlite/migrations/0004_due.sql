CREATE TABLE `due` (
	`ordinal` integer PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`key` text NOT NULL,
	`at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `due_once` ON `due` (`kind`,`key`);--> statement-breakpoint
CREATE INDEX `due_next` ON `due` (`at`,`ordinal`);