CREATE TABLE `item_match` (
	`fixmedins_code` text NOT NULL,
	`fixmedins_hilist_id` text NOT NULL,
	`list_type` text NOT NULL,
	`med_list_codg` text NOT NULL,
	`body` text NOT NULL,
	PRIMARY KEY(`fixmedins_code`, `fixmedins_hilist_id`, `list_type`, `med_list_codg`)
);
