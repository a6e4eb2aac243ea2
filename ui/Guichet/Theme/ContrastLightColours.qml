import QtQuick

// Black on white, and dark blue for what is touched.
Colours {
    strict: true

    paper: "#FFFFFF"
    card: "#FFFFFF"
    sunk: "#F2F2F2"
    hairline: "#000000"
    tray: "#E6E6E6"

    ink: "#000000"
    inkSoft: "#1A1A1A"
    edge: "#000000"

    action: "#00257A"
    actionPressed: "#000000"
    actionLip: "#000000"
    actionInk: "#FFFFFF"
    tint: "#E6ECFF"
    bar: "#000000"
    barInk: "#FFFFFF"
    barPressed: "#00257A"
    barRaised: "#FFFFFF"
    barRaisedInk: "#000000"

    success: "#003D1F"
    successGround: "#E3F7EC"
    warning: "#3D2600"
    warningGround: "#FFF3D1"
    danger: "#7A0000"
    dangerPressed: "#000000"
    dangerLip: "#000000"
    dangerGround: "#FFE9E6"

    first: "#7A0000"
    clay: "#7A0000"
    focusLine: "#000000"

    sky: "#FFFFFF"
    farHill: "#F2F2F2"
    nearHill: "#E2E2E2"
    sand: "#F2F2F2"
    water: "#E6ECFF"

    function accent(theme: string): color {
        return "#00257A";
    }

    function ground(theme: string): color {
        return "#E6ECFF";
    }
}
