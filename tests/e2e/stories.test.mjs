// The walkthroughs of practice, in the page as it is handed over.
import { walkthroughs } from "./lib/stories.mjs";

walkthroughs("index.html");
