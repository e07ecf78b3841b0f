CREATE TABLE `batch_items` (
	`batch_id` text NOT NULL,
	`position` integer NOT NULL,
	`request` text NOT NULL,
	`state` text NOT NULL,
	`audit_id` text,
	`failure` text,
	PRIMARY KEY(`batch_id`, `position`),
	FOREIGN KEY (`batch_id`) REFERENCES `batches`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`audit_id`) REFERENCES `audits`(`id`) ON UPDATE no action ON DELETE set null
);
--> statement-breakpoint
CREATE INDEX `batch_items_state` ON `batch_items` (`batch_id`,`state`);--> statement-breakpoint
CREATE INDEX `batch_items_audit` ON `batch_items` (`audit_id`);--> statement-breakpoint
CREATE TABLE `batches` (
	`id` text PRIMARY KEY NOT NULL,
	`label` text NOT NULL,
	`state` text NOT NULL,
	`failure` text,
	`created_at` text NOT NULL,
	`finished_at` text
);
--> statement-breakpoint
CREATE INDEX `batches_state` ON `batches` (`state`);--> statement-breakpoint
CREATE TABLE `deliveries` (
	`id` text PRIMARY KEY NOT NULL,
	`subscription_id` text NOT NULL,
	`audit_id` text NOT NULL,
	`state` text NOT NULL,
	`attempts` integer DEFAULT 0 NOT NULL,
	`next_at` text,
	`sent_at` text,
	`problem` text,
	FOREIGN KEY (`subscription_id`) REFERENCES `subscriptions`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`audit_id`) REFERENCES `audits`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `deliveries_once` ON `deliveries` (`subscription_id`,`audit_id`);--> statement-breakpoint
CREATE INDEX `deliveries_next` ON `deliveries` (`state`,`next_at`);--> statement-breakpoint
CREATE TABLE `public_checks` (
	`organisation_id` text PRIMARY KEY NOT NULL,
	`slug` text NOT NULL,
	`person_id` text,
	`since` text NOT NULL,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`person_id`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `public_checks_slug_unique` ON `public_checks` (`slug`);--> statement-breakpoint
CREATE TABLE `schedules` (
	`id` text PRIMARY KEY NOT NULL,
	`organisation_id` text NOT NULL,
	`rule` text NOT NULL,
	`time_zone` text NOT NULL,
	`request` text NOT NULL,
	`next_at` text,
	`last_at` text,
	`last_audit_id` text,
	`skipped` integer DEFAULT 0 NOT NULL,
	`person_id` text,
	`created_at` text NOT NULL,
	`updated_at` text NOT NULL,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`person_id`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `schedules_organisation` ON `schedules` (`organisation_id`);--> statement-breakpoint
CREATE INDEX `schedules_next` ON `schedules` (`next_at`);--> statement-breakpoint
CREATE TABLE `subscriptions` (
	`id` text PRIMARY KEY NOT NULL,
	`organisation_id` text NOT NULL,
	`channel` text NOT NULL,
	`person_id` text,
	`url` text,
	`secret` text,
	`wants` text NOT NULL,
	`locale` text NOT NULL,
	`created_at` text NOT NULL,
	`removed_at` text,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`person_id`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `subscriptions_organisation` ON `subscriptions` (`organisation_id`);--> statement-breakpoint
ALTER TABLE `audits` ADD `schedule_id` text;--> statement-breakpoint
ALTER TABLE `plan_items` ADD `check` text;--> statement-breakpoint
ALTER TABLE `plan_items` ADD `subject` text;--> statement-breakpoint
ALTER TABLE `plan_items` ADD `seen_done_in` text;