CREATE TABLE `owed_jobs` (
	`id` text PRIMARY KEY NOT NULL,
	`audit_id` text NOT NULL,
	`job` text NOT NULL,
	`handed_over` integer DEFAULT false NOT NULL,
	FOREIGN KEY (`audit_id`) REFERENCES `audits`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `owed_jobs_audit` ON `owed_jobs` (`audit_id`,`handed_over`);