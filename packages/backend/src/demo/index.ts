import { createBackendFeatureLoader } from '@backstage/backend-plugin-api';
import { demoAuthProvider } from './demoAuthProvider';
import { demoHostPlugin } from './demoHostPlugin';
import { demoRecordsModule } from './demoRecordsModule';

/** Everything that makes a demo of the backend. */
export default createBackendFeatureLoader({
  loader: () => [demoAuthProvider, demoHostPlugin, demoRecordsModule],
});
