CREATE TABLE `manager_accounts` (
	`manager_id` text NOT NULL,
	`account_id` text NOT NULL,
	PRIMARY KEY(`manager_id`, `account_id`),
	FOREIGN KEY (`manager_id`) REFERENCES `managers`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`account_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `manager_accounts_account` ON `manager_accounts` (`account_id`);--> statement-breakpoint
CREATE TABLE `managers` (
	`id` text PRIMARY KEY NOT NULL,
	`organisation_id` text NOT NULL,
	`person_id` text NOT NULL,
	`role` text NOT NULL,
	`job_title` text NOT NULL,
	`since` text,
	`until` text,
	`deputy_of` text,
	`created_at` text NOT NULL,
	`updated_at` text NOT NULL,
	`removed_at` text,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`person_id`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `managers_organisation` ON `managers` (`organisation_id`);--> statement-breakpoint
CREATE INDEX `managers_person` ON `managers` (`person_id`);--> statement-breakpoint
CREATE TABLE `recovery_notes` (
	`account_id` text PRIMARY KEY NOT NULL,
	`note` text NOT NULL,
	`updated_at` text NOT NULL,
	FOREIGN KEY (`account_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
ALTER TABLE `persons` ADD `work_email` text;