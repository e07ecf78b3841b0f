CREATE TABLE `looks_by_hand` (
	`id` text PRIMARY KEY NOT NULL,
	`audit_id` text NOT NULL,
	`account_id` text NOT NULL,
	`person_id` text,
	`at` text NOT NULL,
	`body` text NOT NULL,
	FOREIGN KEY (`audit_id`) REFERENCES `audits`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`account_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`person_id`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `looks_by_hand_audit` ON `looks_by_hand` (`audit_id`,`id`);