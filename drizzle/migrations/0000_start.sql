CREATE TABLE `accounts` (
	`id` text PRIMARY KEY NOT NULL,
	`organisation_id` text NOT NULL,
	`platform` text NOT NULL,
	`handle` text NOT NULL,
	`key` text NOT NULL,
	`url` text NOT NULL,
	`closed` integer NOT NULL,
	`doubt` text,
	`first_found_at` text NOT NULL,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `accounts_identity` ON `accounts` (`organisation_id`,`key`);--> statement-breakpoint
CREATE TABLE `assessments` (
	`id` text PRIMARY KEY NOT NULL,
	`audit_id` text NOT NULL,
	`version` integer NOT NULL,
	`because` text NOT NULL,
	`body` text NOT NULL,
	FOREIGN KEY (`audit_id`) REFERENCES `audits`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `assessments_version` ON `assessments` (`audit_id`,`version`);--> statement-breakpoint
CREATE TABLE `audit_routes` (
	`audit_id` text NOT NULL,
	`route` text NOT NULL,
	`report` text NOT NULL,
	PRIMARY KEY(`audit_id`, `route`),
	FOREIGN KEY (`audit_id`) REFERENCES `audits`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `audits` (
	`id` text PRIMARY KEY NOT NULL,
	`organisation_id` text NOT NULL,
	`state` text NOT NULL,
	`stage` text NOT NULL,
	`request` text NOT NULL,
	`choices` text,
	`site_belongs` text DEFAULT 'not-judged' NOT NULL,
	`people_counted` integer DEFAULT 0 NOT NULL,
	`failure` text,
	`created_at` text NOT NULL,
	`started_at` text,
	`finished_at` text,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `audits_organisation` ON `audits` (`organisation_id`,`created_at`);--> statement-breakpoint
CREATE INDEX `audits_created` ON `audits` (`created_at`);--> statement-breakpoint
CREATE INDEX `audits_state` ON `audits` (`state`);--> statement-breakpoint
CREATE TABLE `candidates` (
	`id` text PRIMARY KEY NOT NULL,
	`audit_id` text NOT NULL,
	`account_id` text NOT NULL,
	`verdict` text NOT NULL,
	`confidence` integer NOT NULL,
	`kind` text NOT NULL,
	`signals` text NOT NULL,
	`further_places` integer NOT NULL,
	FOREIGN KEY (`audit_id`) REFERENCES `audits`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`account_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `candidates_account` ON `candidates` (`audit_id`,`account_id`);--> statement-breakpoint
CREATE INDEX `candidates_of_account` ON `candidates` (`account_id`);--> statement-breakpoint
CREATE TABLE `decisions` (
	`id` text PRIMARY KEY NOT NULL,
	`account_id` text NOT NULL,
	`audit_id` text NOT NULL,
	`decision` text,
	`person_id` text,
	`at` text NOT NULL,
	FOREIGN KEY (`account_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`audit_id`) REFERENCES `audits`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`person_id`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `decisions_account` ON `decisions` (`account_id`,`id`);--> statement-breakpoint
CREATE TABLE `events` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`audit_id` text NOT NULL,
	`kind` text NOT NULL,
	`data` text NOT NULL,
	`at` text NOT NULL,
	FOREIGN KEY (`audit_id`) REFERENCES `audits`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `events_audit` ON `events` (`audit_id`,`id`);--> statement-breakpoint
CREATE TABLE `evidence` (
	`digest` text NOT NULL,
	`audit_id` text NOT NULL,
	`kind` text NOT NULL,
	`expires_at` text NOT NULL,
	PRIMARY KEY(`digest`, `audit_id`),
	FOREIGN KEY (`audit_id`) REFERENCES `audits`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `evidence_expiry` ON `evidence` (`expires_at`);--> statement-breakpoint
CREATE TABLE `found_via` (
	`id` text PRIMARY KEY NOT NULL,
	`candidate_id` text NOT NULL,
	`route` text NOT NULL,
	`page` text,
	`page_title` text NOT NULL,
	`source` text NOT NULL,
	`zone` text NOT NULL,
	`label` text NOT NULL,
	`quote` text NOT NULL,
	`seen_at` text NOT NULL,
	`record` text,
	FOREIGN KEY (`candidate_id`) REFERENCES `candidates`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `found_via_candidate` ON `found_via` (`candidate_id`);--> statement-breakpoint
CREATE TABLE `grades` (
	`id` text PRIMARY KEY NOT NULL,
	`audit_id` text NOT NULL,
	`subject` text NOT NULL,
	`person_id` text NOT NULL,
	`version` integer NOT NULL,
	`half_points` integer,
	`reason` text NOT NULL,
	`at` text NOT NULL,
	FOREIGN KEY (`audit_id`) REFERENCES `audits`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`person_id`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `grades_version` ON `grades` (`audit_id`,`subject`,`person_id`,`version`);--> statement-breakpoint
CREATE TABLE `idempotency_keys` (
	`key` text PRIMARY KEY NOT NULL,
	`request_digest` text NOT NULL,
	`audit_id` text NOT NULL,
	`at` text NOT NULL,
	FOREIGN KEY (`audit_id`) REFERENCES `audits`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `ingested_jobs` (
	`job_id` text PRIMARY KEY NOT NULL,
	`at` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `ingested_jobs_at` ON `ingested_jobs` (`at`);--> statement-breakpoint
CREATE TABLE `organisations` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`aliases` text NOT NULL,
	`website` text,
	`country` text,
	`wikidata_id` text,
	`name_key` text NOT NULL,
	`domain` text,
	`demo` integer DEFAULT false NOT NULL,
	`created_at` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `organisations_name` ON `organisations` (`name_key`);--> statement-breakpoint
CREATE TABLE `persons` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text,
	`created_at` text NOT NULL,
	`erased_at` text
);
--> statement-breakpoint
CREATE TABLE `plan_items` (
	`id` text PRIMARY KEY NOT NULL,
	`audit_id` text NOT NULL,
	`what` text NOT NULL,
	`how` text NOT NULL,
	`owner_id` text,
	`due` text,
	`done` integer DEFAULT false NOT NULL,
	`position` integer NOT NULL,
	`created_at` text NOT NULL,
	`updated_at` text NOT NULL,
	FOREIGN KEY (`audit_id`) REFERENCES `audits`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`owner_id`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `plan_items_audit` ON `plan_items` (`audit_id`);--> statement-breakpoint
CREATE TABLE `records` (
	`audit_id` text PRIMARY KEY NOT NULL,
	`body` text NOT NULL,
	FOREIGN KEY (`audit_id`) REFERENCES `audits`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `requests` (
	`id` text PRIMARY KEY NOT NULL,
	`audit_id` text NOT NULL,
	`url` text NOT NULL,
	`outcome` text NOT NULL,
	`status` integer,
	`at` text NOT NULL,
	`record` text,
	FOREIGN KEY (`audit_id`) REFERENCES `audits`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `requests_audit` ON `requests` (`audit_id`);--> statement-breakpoint
CREATE TABLE `settings` (
	`name` text PRIMARY KEY NOT NULL,
	`value` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `slot_answers` (
	`id` text PRIMARY KEY NOT NULL,
	`audit_id` text NOT NULL,
	`platform` text NOT NULL,
	`answer` text,
	`note` text NOT NULL,
	`person_id` text,
	`at` text NOT NULL,
	FOREIGN KEY (`audit_id`) REFERENCES `audits`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`person_id`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `slot_answers_audit` ON `slot_answers` (`audit_id`,`id`);--> statement-breakpoint
CREATE TABLE `snapshots` (
	`audit_id` text NOT NULL,
	`account_id` text NOT NULL,
	`state` text NOT NULL,
	`body` text NOT NULL,
	PRIMARY KEY(`audit_id`, `account_id`),
	FOREIGN KEY (`audit_id`) REFERENCES `audits`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`account_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE cascade
);
