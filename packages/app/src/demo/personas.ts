/** The people of the demo whom one can sign in as. */
export const personas = [
  {
    id: 'consumer',
    name: 'Carl Nyström',
    face: 'carl-nystrom',
    role: 'Consumer',
    about: 'Builds the checkout on top of the platforms.',
  },
  {
    id: 'platform-engineer',
    name: 'Priya Raman',
    face: 'priya-raman',
    role: 'Platform engineer',
    about: 'Runs the development environment with her team.',
  },
  {
    id: 'product-manager',
    name: 'Maya Lund',
    face: 'maya-lund',
    role: 'Product manager',
    about: 'Answers for log aggregation as a product.',
  },
  {
    id: 'head-of-platform',
    name: 'Ingrid Solberg',
    face: 'ingrid-solberg',
    role: 'Head of platform',
    about: 'Looks at the whole portfolio and decides on waivers.',
  },
  {
    id: 'reviewer',
    name: 'Noor Haddad',
    face: 'noor-haddad',
    role: 'Reviewer',
    about: 'Reviews deployment charts from outside its team.',
  },
  {
    id: 'admin',
    name: 'Ada Kovač',
    face: 'ada-kovac',
    role: 'Admin',
    about: 'Keeps this Backstage running.',
  },
] as const;
