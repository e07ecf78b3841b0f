/** A confidence of 0 to 1 in whole hundredths, rounded down: 100 would say that it cannot be otherwise. */
export const hundredths = (confidence: number): number => Math.floor(Math.round(confidence * 1e6) / 1e4)
