// The site that Exit opens, answered by the test: the network is never asked.
export const EXIT = "https://www.bbc.co.uk/weather";
export const isExit = (url) => url.href.startsWith("https://www.bbc.co.uk/");
export const exitPage = "<!doctype html><link rel=icon href=data:,><title>Weather</title><p id=weather>Sunny</p>";
