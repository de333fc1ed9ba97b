export { matchesPattern } from './matchesPattern';
export { allOwners, ownersOfPath } from './ownersOfPath';
export { dialectOfHost, ownershipFilePaths } from './ownershipFilePaths';
export { parseOwnership } from './parseOwnership';
export type {
  CodeownersOwnership,
  CodeownersRule,
  CodeownersSection,
  DeclaredOwner,
  EmeritusOwner,
  OwnerName,
  OwnersDirectory,
  OwnersEntry,
  Ownership,
  OwnershipDialect,
  OwnershipFile,
  OwnershipProblem,
  OwnersMember,
  OwnersOwnership,
} from './ownership';
