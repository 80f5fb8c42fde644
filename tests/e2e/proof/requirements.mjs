// R1 to R30, in their order. Each stands in a module of its own or with its nearest relatives.

import { R1 } from "./r01-disk.mjs";
import { R2 } from "./r02-controls.mjs";
import { R3 } from "./r03-storage.mjs";
import { R4 } from "./r04-back.mjs";
import { R5 } from "./r05-history.mjs";
import { R6 } from "./r06-restore.mjs";
import { R7 } from "./r07-speed.mjs";
import { R8 } from "./r08-busy.mjs";
import { R9 } from "./r09-blank.mjs";
import { R10 } from "./r10-escape.mjs";
import { R11 } from "./r11-unreachable.mjs";
import { R12 } from "./r12-before.mjs";
import { R13 } from "./r13-broken.mjs";
import { R14 } from "./r14-no-script.mjs";
import { R15 } from "./r15-any-control.mjs";
import { R16 } from "./r16-false-exits.mjs";
import { R17 } from "./r17-missed-exits.mjs";
import { R18 } from "./r18-no-code.mjs";
import { R19 } from "./r19-announcements.mjs";
import { R20 } from "./r20-reach.mjs";
import { R21 } from "./r21-referer.mjs";
import { R22 } from "./r22-silence.mjs";
import { R23 } from "./r23-nothing-in-the-way.mjs";
import { R24 } from "./r24-surface.mjs";
import { R25 } from "./r25-headers.mjs";
import { R26 } from "./r26-policy.mjs";
import { R27 } from "./r27-file.mjs";
import { R28 } from "./r28-memory.mjs";
import { R29 } from "./r29-hidden-tab.mjs";
import { R30 } from "./r30-words.mjs";

export const requirements = [
  R1, R2, R3, R4, R5, R6, R7, R8, R9, R10, R11, R12, R13, R14, R15,
  R16, R17, R18, R19, R20, R21, R22, R23, R24, R25, R26, R27, R28, R29, R30,
];
