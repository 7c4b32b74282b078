CREATE TABLE `voucher_onboarding` (
	`fixmedins_code` text PRIMARY KEY NOT NULL,
	`body` text NOT NULL
);
