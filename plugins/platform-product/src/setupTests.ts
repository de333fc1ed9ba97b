import '@testing-library/jest-dom';
// Before Testing Library, which clears the page after each test.
import './__testUtils__/checkEveryPage';
import './__testUtils__/leaveOutStyles';
import { configure } from '@testing-library/react';

// What never comes is noticed as late; a busy machine is not.
configure({ asyncUtilTimeout: 15_000 });
jest.setTimeout(60_000);
