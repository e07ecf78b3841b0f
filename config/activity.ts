/** Days since the last visible post up to which an account counts as active, quiet or dormant; beyond that it is abandoned. */
export const activityDays = { active: 30, quiet: 180, dormant: 365 } as const
