// R1 to R30, in their order. Each stands in a module of its own or with its nearest relatives.

import { R4 } from "./r04-back.mjs";

export const requirements = [R4];
