import { Note } from './answers';

// GitLab keeps these events as notes in English, whatever the language of the
// server. The texts are those of its `SystemNotes` services.

export function isApprovalNote(note: Note): boolean {
  return note.system && /^approved this merge request/.test(note.body);
}

/** Whether the merge request was closed before, and is open again. */
export function isReopenedNote(note: Note): boolean {
  return note.system && /^reopened\b/.test(note.body);
}

/** Whether the note ends a draft. */
export function isReadyNote(note: Note): boolean {
  return (
    note.system &&
    /^(marked this merge request as \*\*ready\*\*|unmarked (this merge request )?as a \*\*Work In Progress\*\*)/.test(
      note.body,
    )
  );
}

/** Whether the note makes it a draft. */
export function isDraftNote(note: Note): boolean {
  return (
    note.system &&
    /^marked (this merge request )?as a? ?\*\*(draft|Work In Progress)\*\*/.test(
      note.body,
    )
  );
}

const removed = 'removed review request';

function usernamesIn(text: string): string[] {
  return [...text.matchAll(/@(\w(?:[\w.-]*\w)?)/g)].map(([, name]) => name);
}

/**
 * The usernames that the note asks for a review, such as those in `requested
 * review from @ada and @alan and removed review request for @grace`.
 */
export function requestedIn(note: Note): string[] {
  if (!note.system || !/^requested review from /.test(note.body)) return [];
  return usernamesIn(note.body.split(removed)[0]);
}

/** The usernames whose request the note takes back. */
export function unrequestedIn(note: Note): string[] {
  const isOne = /^(requested review from|removed review request for) /;
  if (!note.system || !isOne.test(note.body)) return [];
  return usernamesIn(note.body.split(removed)[1] ?? '');
}
