import type { RecordStore, WallClock } from '../ports.ts';
import type { ItemStore, MessageStore, ReportStore, ResourceReader, SourceStore } from './ports.ts';

/** What working out a message needs; none of it can send mail or read a secret. */
export interface IntakeDependencies {
  readonly sources: Pick<SourceStore, 'source'>;
  readonly messages: MessageStore;
  readonly items: ItemStore;
  readonly reports: ReportStore;
  readonly store: RecordStore;
  readonly resources: ResourceReader;
  readonly now: WallClock;
}
