/** The only place that asks what time it is; tests set their own. */
export const clock = {
  now: (): Date => new Date(),
}
