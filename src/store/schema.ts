/** Times are ISO 8601 in UTC, ids are sortable by time. Rows that people remark with are appended, never changed. */
export * from './schema/audits.ts'
export * from './schema/house-style.ts'
export * from './schema/locations.ts'
export * from './schema/managers.ts'
export * from './schema/people.ts'
export * from './schema/prints.ts'
export * from './schema/team.ts'
export * from './schema/upkeep.ts'
