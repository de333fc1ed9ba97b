// A mutant that lives through this many runs of a property is a survivor.

require('fast-check').configureGlobal({ numRuns: 25 });
