import { createBackendFeatureLoader } from '@backstage/backend-plugin-api';
import { demoAuthProvider } from 'demo-auth';
import { demoHostPlugin } from './demoHostPlugin';
import { demoRecordsModule } from './demoRecordsModule';

/** Everything that makes a demo of the backend. */
export default createBackendFeatureLoader({
  loader: () => [demoAuthProvider, demoHostPlugin, demoRecordsModule],
});
