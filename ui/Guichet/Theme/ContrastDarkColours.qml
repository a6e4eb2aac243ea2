import QtQuick

// White and yellow on black: the strongest there is for dazzled eyes.
Colours {
    strict: true

    paper: "#000000"
    card: "#14181D"
    sunk: "#14181D"
    hairline: "#FFFFFF"
    tray: "#14181D"

    ink: "#FFFFFF"
    inkSoft: "#D6DCE3"
    edge: "#FFFFFF"

    action: "#FFDD33"
    actionPressed: "#FFFFFF"
    actionLip: "#FFFFFF"
    actionInk: "#000000"
    tint: "#2E2900"
    bar: "#000000"
    barInk: "#FFFFFF"
    barPressed: "#2E2900"
    barRaised: "#FFDD33"
    barRaisedInk: "#000000"

    success: "#8CF0B8"
    successGround: "#06200F"
    warning: "#FFDD33"
    warningGround: "#1F1B00"
    danger: "#FFB0A8"
    dangerPressed: "#FFFFFF"
    dangerLip: "#FFFFFF"
    dangerGround: "#2B0D0A"

    first: "#FFDD33"
    clay: "#FFDD33"
    focus: "#8CD8FF"
    focusLine: "#000000"

    sky: "#000000"
    farHill: "#14181D"
    nearHill: "#1F252C"
    sand: "#14181D"
    water: "#0D1218"

    function accent(theme: string): color {
        return "#FFDD33";
    }

    function ground(theme: string): color {
        return "#2E2900";
    }
}
