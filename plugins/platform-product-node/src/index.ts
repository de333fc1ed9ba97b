/**
 * Extension points of the platform-product backend for other backends' modules.
 *
 * @packageDocumentation
 */

export * from './imports/importExtensionPoint';
export * from './maturity/EvidenceCollector';
export * from './maturity/evidenceExtensionPoint';
export * from './reviewers/ForgeBusyError';
export * from './reviewers/ForgeCaller';
export * from './reviewers/normalizeRepositoryUrl';
export * from './reviewers/readRetryAfter';
export * from './reviewers/ReviewSource';
export * from './reviewers/reviewSourceExtensionPoint';
export * from './reviewers/RosterRecords';
export * from './satisfaction/RatingRecords';
export * from './updates/EventRecord';
export * from './updates/NoticeRecord';
export * from './updates/PostRecord';
export * from './updates/RoadmapRecord';
