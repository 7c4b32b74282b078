CREATE TABLE `account` (
	`psn_no` text NOT NULL,
	`insutype` text NOT NULL,
	`balc` integer NOT NULL,
	PRIMARY KEY(`psn_no`, `insutype`),
	FOREIGN KEY (`psn_no`) REFERENCES `person`(`psn_no`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "account_balc_exact" CHECK(typeof("account"."balc") = 'integer' and abs("account"."balc") <= 9007199254740991)
);
--> statement-breakpoint
CREATE TABLE `accumulator` (
	`psn_no` text NOT NULL,
	`insutype` text NOT NULL,
	`period` text NOT NULL,
	`cum_type_code` text NOT NULL,
	`amount` integer NOT NULL,
	PRIMARY KEY(`psn_no`, `insutype`, `period`, `cum_type_code`),
	FOREIGN KEY (`psn_no`) REFERENCES `person`(`psn_no`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "accumulator_amount_exact" CHECK(typeof("accumulator"."amount") = 'integer' and abs("accumulator"."amount") <= 9007199254740991)
);
--> statement-breakpoint
CREATE TABLE `batch` (
	`ordinal` integer PRIMARY KEY NOT NULL,
	`mdtrt_id` text NOT NULL,
	`chrg_bchno` text NOT NULL,
	`settled_by` text,
	`body` text NOT NULL,
	FOREIGN KEY (`mdtrt_id`) REFERENCES `visit`(`mdtrt_id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `batch_key` ON `batch` (`mdtrt_id`,`chrg_bchno`);--> statement-breakpoint
CREATE TABLE `chosen_institution` (
	`psn_no` text NOT NULL,
	`insutype` text NOT NULL,
	`biz_appy_type` text NOT NULL,
	`opsp_dise_code` text NOT NULL,
	`fix_srt_no` text NOT NULL,
	`body` text NOT NULL,
	PRIMARY KEY(`psn_no`, `insutype`, `biz_appy_type`, `opsp_dise_code`, `fix_srt_no`),
	FOREIGN KEY (`psn_no`) REFERENCES `person`(`psn_no`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `contribution` (
	`psn_no` text NOT NULL,
	`insutype` text NOT NULL,
	`poolarea_no` text NOT NULL,
	`accrym_begn` text NOT NULL,
	`accrym_end` text NOT NULL,
	`body` text NOT NULL,
	PRIMARY KEY(`psn_no`, `insutype`, `poolarea_no`, `accrym_begn`, `accrym_end`),
	FOREIGN KEY (`psn_no`) REFERENCES `person`(`psn_no`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `filing` (
	`psn_no` text NOT NULL,
	`trt_dcla_detl_sn` text NOT NULL,
	`body` text NOT NULL,
	PRIMARY KEY(`psn_no`, `trt_dcla_detl_sn`),
	FOREIGN KEY (`psn_no`) REFERENCES `person`(`psn_no`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `institution` (
	`fixmedins_code` text PRIMARY KEY NOT NULL,
	`body` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `item` (
	`place` text NOT NULL,
	`med_list_codg` text NOT NULL,
	`body` text NOT NULL,
	PRIMARY KEY(`place`, `med_list_codg`)
);
--> statement-breakpoint
CREATE TABLE `journal` (
	`seq` integer PRIMARY KEY NOT NULL,
	`trace` text NOT NULL,
	`hop` integer NOT NULL,
	`door` text NOT NULL,
	`infno` text NOT NULL,
	`sender` text NOT NULL,
	`msgid` text NOT NULL,
	`at` integer NOT NULL,
	`infcode` integer NOT NULL,
	`err_msg` text,
	`refusal` text,
	`mdtrt_id` text,
	`setl_id` text,
	`psn_no` text,
	`input` text NOT NULL,
	`violations` text NOT NULL,
	`writes` text NOT NULL,
	`repeated` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `journal_trace` ON `journal` (`trace`);--> statement-breakpoint
CREATE TABLE `leg` (
	`ordinal` integer PRIMARY KEY NOT NULL,
	`id` text NOT NULL,
	`state` text NOT NULL,
	`mdtrt_id` text NOT NULL,
	`msgid` text NOT NULL,
	`body` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `leg_id` ON `leg` (`id`);--> statement-breakpoint
CREATE INDEX `leg_open_visit` ON `leg` (`mdtrt_id`) WHERE state in ('sent', 'unknown');--> statement-breakpoint
CREATE INDEX `leg_open_message` ON `leg` (`msgid`) WHERE state in ('sent', 'unknown');--> statement-breakpoint
CREATE INDEX `leg_state` ON `leg` (`state`);--> statement-breakpoint
CREATE TABLE `message` (
	`door` text NOT NULL,
	`sender` text NOT NULL,
	`infno` text NOT NULL,
	`msgid` text NOT NULL,
	`state` text NOT NULL,
	`content` text NOT NULL,
	`answer` text NOT NULL,
	PRIMARY KEY(`msgid`, `sender`, `infno`, `door`)
);
--> statement-breakpoint
CREATE TABLE `person` (
	`psn_no` text PRIMARY KEY NOT NULL,
	`certno` text NOT NULL,
	`card_no` text,
	`ec_token` text,
	`persona_id` text,
	`body` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `person_certno` ON `person` (`certno`);--> statement-breakpoint
CREATE INDEX `person_card_no` ON `person` (`card_no`) WHERE card_no is not null;--> statement-breakpoint
CREATE INDEX `person_ec_token` ON `person` (`ec_token`) WHERE ec_token is not null;--> statement-breakpoint
CREATE INDEX `person_persona` ON `person` (`persona_id`) WHERE persona_id is not null;--> statement-breakpoint
CREATE TABLE `qualification` (
	`psn_no` text NOT NULL,
	`trt_dcla_detl_sn` text NOT NULL,
	`body` text NOT NULL,
	PRIMARY KEY(`psn_no`, `trt_dcla_detl_sn`),
	FOREIGN KEY (`psn_no`) REFERENCES `person`(`psn_no`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `record` (
	`seq` integer PRIMARY KEY NOT NULL,
	`infno` text NOT NULL,
	`fixmedins_code` text NOT NULL,
	`input` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `record_infno` ON `record` (`infno`);--> statement-breakpoint
CREATE TABLE `registration` (
	`mdtrt_regno` text PRIMARY KEY NOT NULL,
	`body` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `serial` (
	`key` text PRIMARY KEY NOT NULL,
	`value` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `setting` (
	`key` text PRIMARY KEY NOT NULL,
	`value` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `settlement` (
	`ordinal` integer PRIMARY KEY NOT NULL,
	`book` text NOT NULL,
	`setl_id` text NOT NULL,
	`state` text NOT NULL,
	`refund_of` text,
	`sender` text NOT NULL,
	`infno` text NOT NULL,
	`msgid` text NOT NULL,
	`mdtrt_id` text NOT NULL,
	`mdtrtsn` text,
	`fixmedins_code` text NOT NULL,
	`psn_no` text NOT NULL,
	`setl_time` text NOT NULL,
	`body` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `settlement_key` ON `settlement` (`setl_id`,`book`);--> statement-breakpoint
CREATE INDEX `settlement_msgid` ON `settlement` (`msgid`);--> statement-breakpoint
CREATE INDEX `settlement_mdtrt_id` ON `settlement` (`mdtrt_id`);--> statement-breakpoint
CREATE INDEX `settlement_mdtrtsn` ON `settlement` (`mdtrtsn`) WHERE mdtrtsn is not null;--> statement-breakpoint
CREATE INDEX `settlement_refund_of` ON `settlement` (`refund_of`) WHERE refund_of is not null;--> statement-breakpoint
CREATE TABLE `sign_in` (
	`sign_no` text PRIMARY KEY NOT NULL,
	`fixmedins_code` text NOT NULL,
	`opter_no` text NOT NULL,
	`signed_in_at` integer NOT NULL,
	`signed_out_at` integer
);
--> statement-breakpoint
CREATE TABLE `visit` (
	`ordinal` integer PRIMARY KEY NOT NULL,
	`mdtrt_id` text NOT NULL,
	`psn_no` text NOT NULL,
	`body` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `visit_mdtrt_id` ON `visit` (`mdtrt_id`);--> statement-breakpoint
CREATE INDEX `visit_psn_no` ON `visit` (`psn_no`);