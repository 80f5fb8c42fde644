// The privacy promise in Firefox.
import * as firefox from "./lib/firefox.mjs";
import { proveQuickly } from "./proof/quick.mjs";

proveQuickly(firefox);
