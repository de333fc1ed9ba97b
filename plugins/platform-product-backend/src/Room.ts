import { SchedulerServiceTaskScheduleDefinition } from '@backstage/backend-plugin-api';
import {
  EvidenceCollector,
  RecordImport,
} from '@platform-product/backstage-plugin-node';
import { ErasePerson } from './erasure/ErasedPerson';
import { Operations } from './operations/Operations';
import { ForgetServices } from './retention/forgetServices';
import { DigestSource } from './services/DigestSource';
import { FigureSource } from './services/Figure';
import { WaitingSource } from './services/WaitingSource';

/** Work that is done by the clock, by one of several backends at a time. */
export interface RoomTask {
  readonly id: string;
  readonly schedule: SchedulerServiceTaskScheduleDefinition;
  readonly fn: (signal: AbortSignal) => Promise<void>;
}

/** What a subject of the suite is made of, for the plugin that puts all together. */
export interface Room {
  /** Says what can be asked of the room. */
  addOperations(operations: Operations): void;
  /** Collectors of evidence for levels. */
  readonly collectors?: readonly EvidenceCollector[];
  /** What lists show of services; can be made again. */
  readonly figures?: readonly FigureSource[];
  /** What of the room waits for somebody. */
  readonly waiting?: readonly WaitingSource[];
  /** What of the room stands in people’s weekly digests. */
  readonly digests?: readonly DigestSource[];
  readonly tasks?: readonly RoomTask[];
  /** Forgets what can be linked to a person. */
  readonly erasePerson?: ErasePerson;
  /** Forgets services that are gone for good. */
  readonly forgetServices?: ForgetServices;
  /** Takes in the room's part of older records. */
  importRecords?(records: RecordImport): Promise<void>;
  /** Called once, when all rooms and tables are there, before anything is asked. */
  start?(): Promise<void>;
}
