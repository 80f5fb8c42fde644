// The privacy promise in Chromium.
import * as chromium from "./lib/chromium.mjs";
import { proveQuickly } from "./proof/quick.mjs";

proveQuickly(chromium);
