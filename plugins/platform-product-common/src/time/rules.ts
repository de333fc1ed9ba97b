export {
  addBusinessHours,
  businessHoursBetween,
  overlapHours,
  readBusinessHours,
  toBusinessDuration,
} from './businessHours';
export type { TimeOff, WorkingCalendar } from './shifts';
