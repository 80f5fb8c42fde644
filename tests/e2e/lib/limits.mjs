/**
 * After how many milliseconds a suite that has not ended has failed. It is there for a browser that hangs and measures nothing:
 * suites came within seconds of the two to seven minutes they had before, on a machine that was compiling beside them.
 */
export const HANG = 600_000;
