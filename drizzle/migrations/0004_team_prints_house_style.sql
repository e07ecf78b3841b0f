CREATE TABLE `explanations` (
	`id` text PRIMARY KEY NOT NULL,
	`account_id` text NOT NULL,
	`check` text NOT NULL,
	`reason` text NOT NULL,
	`approver` text NOT NULL,
	`person_id` text,
	`at` text NOT NULL,
	FOREIGN KEY (`account_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`person_id`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `explanations_account` ON `explanations` (`account_id`,`check`,`id`);--> statement-breakpoint
CREATE TABLE `house_styles` (
	`id` text PRIMARY KEY NOT NULL,
	`organisation_id` text NOT NULL,
	`body` text NOT NULL,
	`person_id` text,
	`at` text NOT NULL,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`person_id`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `house_styles_organisation` ON `house_styles` (`organisation_id`,`id`);--> statement-breakpoint
CREATE TABLE `picture_readings` (
	`id` text PRIMARY KEY NOT NULL,
	`audit_id` text NOT NULL,
	`input` text NOT NULL,
	`body` text NOT NULL,
	`at` text NOT NULL,
	FOREIGN KEY (`audit_id`) REFERENCES `audits`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `picture_readings_input` ON `picture_readings` (`audit_id`,`input`);--> statement-breakpoint
CREATE TABLE `print_items` (
	`id` text PRIMARY KEY NOT NULL,
	`audit_id` text NOT NULL,
	`route` text NOT NULL,
	`name` text NOT NULL,
	`file` text NOT NULL,
	`state` text NOT NULL,
	`reading` text,
	`person_id` text,
	`at` text NOT NULL,
	FOREIGN KEY (`audit_id`) REFERENCES `audits`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`person_id`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `print_items_audit` ON `print_items` (`audit_id`,`id`);--> statement-breakpoint
CREATE TABLE `account_names` (
	`id` text PRIMARY KEY NOT NULL,
	`account_id` text NOT NULL,
	`handle` text NOT NULL,
	`key` text NOT NULL,
	`url` text NOT NULL,
	`first_seen_at` text NOT NULL,
	`last_seen_at` text NOT NULL,
	`taken_over_at` text,
	`renamed` integer DEFAULT false NOT NULL,
	FOREIGN KEY (`account_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `account_names_key` ON `account_names` (`account_id`,`key`);--> statement-breakpoint
CREATE INDEX `account_names_by_key` ON `account_names` (`key`);--> statement-breakpoint
CREATE TABLE `objections` (
	`id` text PRIMARY KEY NOT NULL,
	`organisation_id` text NOT NULL,
	`hash` text NOT NULL,
	`at` text NOT NULL,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `objections_hash` ON `objections` (`organisation_id`,`hash`);--> statement-breakpoint
CREATE TABLE `team_bases` (
	`id` text PRIMARY KEY NOT NULL,
	`organisation_id` text NOT NULL,
	`purpose` text NOT NULL,
	`interest` text NOT NULL,
	`necessity` text NOT NULL,
	`balance` text NOT NULL,
	`contact` text NOT NULL,
	`works_council` text NOT NULL,
	`person_id` text,
	`at` text NOT NULL,
	`withdrawn_at` text,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`person_id`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `team_bases_organisation` ON `team_bases` (`organisation_id`,`id`);--> statement-breakpoint
CREATE TABLE `team_looks` (
	`id` text PRIMARY KEY NOT NULL,
	`audit_id` text NOT NULL,
	`profile_id` text NOT NULL,
	`body` text NOT NULL,
	`expires_at` text NOT NULL,
	FOREIGN KEY (`audit_id`) REFERENCES `audits`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`profile_id`) REFERENCES `team_profiles`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `team_looks_profile` ON `team_looks` (`audit_id`,`profile_id`);--> statement-breakpoint
CREATE TABLE `team_members` (
	`id` text PRIMARY KEY NOT NULL,
	`organisation_id` text NOT NULL,
	`person_id` text NOT NULL,
	`role` text NOT NULL,
	`unit` text NOT NULL,
	`joined_by` text NOT NULL,
	`page` text,
	`invitation` text,
	`agreed_at` text,
	`notice_at` text,
	`created_at` text NOT NULL,
	`removed_at` text,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`person_id`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `team_members_organisation` ON `team_members` (`organisation_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `team_members_invitation` ON `team_members` (`invitation`);--> statement-breakpoint
CREATE TABLE `team_profiles` (
	`id` text PRIMARY KEY NOT NULL,
	`member_id` text NOT NULL,
	`platform` text NOT NULL,
	`handle` text NOT NULL,
	`key` text NOT NULL,
	`url` text NOT NULL,
	`source` text NOT NULL,
	`page` text,
	`quote` text NOT NULL,
	`found_at` text NOT NULL,
	FOREIGN KEY (`member_id`) REFERENCES `team_members`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `team_profiles_identity` ON `team_profiles` (`member_id`,`key`);--> statement-breakpoint
-- By hand: rebuilding a table that others point to would delete their rows, since a migration runs with foreign keys on.
ALTER TABLE `audits` RENAME COLUMN `people_counted` TO `people_counted_always`;--> statement-breakpoint
ALTER TABLE `audits` ADD `people_counted` integer;--> statement-breakpoint
UPDATE `audits` SET `people_counted` = `people_counted_always`;--> statement-breakpoint
ALTER TABLE `audits` DROP COLUMN `people_counted_always`;--> statement-breakpoint
ALTER TABLE `accounts` ADD `permanent_id` text;--> statement-breakpoint
CREATE INDEX `accounts_permanent` ON `accounts` (`organisation_id`,`platform`,`permanent_id`);--> statement-breakpoint
ALTER TABLE `decisions` ADD `kind` text;--> statement-breakpoint
ALTER TABLE `found_via` ADD `crop` text;