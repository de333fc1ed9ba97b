export {
  addBusinessHours,
  businessHoursBetween,
  overlapHours,
  readBusinessHours,
  toBusinessDuration,
} from './businessHours';
export type { WorkingCalendar } from './businessHours';
