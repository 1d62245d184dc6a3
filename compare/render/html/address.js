// The address after its "#" is the state of the page: a place, which is a view or
// the id of an element in one, and then parameters, as in
// #findings&verdict=conflict,differ&q=july or #reading&article=a&article=b&link=C3.

function readAddress() {
  const [place, ...rest] = location.hash.slice(1).split("&");
  return { place, params: new URLSearchParams(rest.join("&")) };
}

// writeAddress replaces the address without a new step in the history.
function writeAddress(place, params) {
  const tail = params.toString().replaceAll("%2C", ",");
  history.replaceState(null, "", "#" + place + (tail && "&" + tail));
}
