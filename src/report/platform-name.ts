import { platforms } from '../platforms/index.ts'

/** The name of a platform; what the product does not know is called as it was typed. */
export const platformName = (platform: string): string => platforms.find(({ id }) => id === platform)?.name ?? platform
