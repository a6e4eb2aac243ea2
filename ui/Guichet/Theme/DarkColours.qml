import QtQuick

// Light words on dark, for eyes that the light tires.
Colours {
    paper: "#12171C"
    card: "#1C232B"
    sunk: "#262E37"
    hairline: "#3A444F"
    tray: "#0B0F13"

    ink: "#F4F1EA"
    inkSoft: "#CBD2DA"
    edge: "#8B97A5"

    action: "#9ED3F5"
    actionPressed: "#C6E5FA"
    actionLip: "#5E93B5"
    actionInk: "#06212F"
    tint: "#1D3547"
    bar: "#0A1B27"
    barInk: "#F4F1EA"
    barPressed: "#1D3547"
    barRaised: "#9ED3F5"
    barRaisedInk: "#06212F"

    success: "#8FE3B4"
    successGround: "#12301F"
    warning: "#FFD58A"
    warningGround: "#362A0C"
    danger: "#FFB4AB"
    dangerPressed: "#FFD5CF"
    dangerLip: "#C77D75"
    dangerGround: "#3B1512"

    first: "#FFB38F"
    clay: "#E58A6A"
    focusLine: "#000000"

    sky: "#17222C"
    farHill: "#1E2C36"
    nearHill: "#263A38"
    sand: "#3A352B"
    water: "#143142"

    function accent(theme: string): color {
        return {
            "bereavement": "#C9CFD8",
            "work": "#9ED3F5",
            "family": "#F2A6D6",
            "newcomer": "#BDBBFF",
            "senior": "#FFB79A",
            "home": "#FFC48F",
            "business": "#8FDDE0",
            "health": "#8FE3B4",
            "money": "#F0D27A",
            "safety": "#FFB4AB"
        }[theme] ?? "#F0D27A";
    }

    function ground(theme: string): color {
        return {
            "bereavement": "#2A3038",
            "work": "#1D3547",
            "family": "#3B1B30",
            "newcomer": "#272550",
            "senior": "#3B2015",
            "home": "#3A2510",
            "business": "#0F3436",
            "health": "#12301F",
            "money": "#342B0C",
            "safety": "#3B1512"
        }[theme] ?? "#342B0C";
    }
}
