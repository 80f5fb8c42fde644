// R1 to R30, in their order. Each stands in a module of its own or with its nearest relatives.

import { R2 } from "./r02-controls.mjs";
import { R4 } from "./r04-back.mjs";
import { R15 } from "./r15-any-control.mjs";
import { R16 } from "./r16-false-exits.mjs";
import { R17 } from "./r17-missed-exits.mjs";
import { R18 } from "./r18-no-code.mjs";
import { R20 } from "./r20-reach.mjs";
import { R23 } from "./r23-nothing-in-the-way.mjs";
import { R24 } from "./r24-surface.mjs";
import { R25 } from "./r25-headers.mjs";

export const requirements = [R2, R4, R15, R16, R17, R18, R20, R23, R24, R25];
