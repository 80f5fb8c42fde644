// R1 to R30, in their order. Each stands in a module of its own or with its nearest relatives.

import { R4 } from "./r04-back.mjs";
import { R15 } from "./r15-any-control.mjs";
import { R16 } from "./r16-false-exits.mjs";
import { R17 } from "./r17-missed-exits.mjs";
import { R18 } from "./r18-no-code.mjs";

export const requirements = [R4, R15, R16, R17, R18];
