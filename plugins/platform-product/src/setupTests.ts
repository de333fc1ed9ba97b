import '@testing-library/jest-dom';
import { configure } from '@testing-library/react';

// What never comes is noticed as late; a busy machine is not.
configure({ asyncUtilTimeout: 15_000 });
jest.setTimeout(60_000);
