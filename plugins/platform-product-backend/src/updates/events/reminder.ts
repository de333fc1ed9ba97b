/** How long before an occurrence those who come are reminded, in milliseconds. */
export const remindedBefore = 24 * 60 * 60 * 1000;

/** Whether there is still time to remind somebody; who says so later knows it. */
export function isRemindedAt(
  { startsAt }: { readonly startsAt: Date },
  now: Date,
): boolean {
  return +startsAt - +now > remindedBefore;
}
