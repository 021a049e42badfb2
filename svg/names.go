package svg

import (
	"fmt"
	"strings"
)

// elements are those of SVG that draw or move something. What runs code, brings in a
// stylesheet or another document is not among them.
//
//omg:browser
var elements = set("a animate animateMotion animateTransform circle clipPath defs desc ellipse " +
	"feBlend feColorMatrix feComponentTransfer feComposite feConvolveMatrix feDiffuseLighting " +
	"feDisplacementMap feDistantLight feDropShadow feFlood feFuncA feFuncB feFuncG feFuncR feGaussianBlur feImage " +
	"feMerge feMergeNode feMorphology feOffset fePointLight feSpecularLighting feSpotLight feTile feTurbulence " +
	"filter g image line linearGradient marker mask mpath path pattern polygon polyline radialGradient rect " +
	"set stop svg switch symbol text textPath title tspan use view")

// mixed are the attributes that are not all lower case. HTML mends their case, an element
// that is made by script or read as XML needs them right.
//
//omg:browser
var mixed = "attributeName attributeType baseFrequency baseProfile calcMode clipPathUnits diffuseConstant " +
	"edgeMode filterUnits gradientTransform gradientUnits kernelMatrix kernelUnitLength keyPoints keySplines " +
	"keyTimes lengthAdjust limitingConeAngle markerHeight markerUnits markerWidth maskContentUnits maskUnits " +
	"numOctaves pathLength patternContentUnits patternTransform patternUnits pointsAtX pointsAtY pointsAtZ " +
	"preserveAlpha preserveAspectRatio primitiveUnits refX refY repeatCount repeatDur requiredExtensions " +
	"requiredFeatures specularConstant specularExponent spreadMethod startOffset stdDeviation stitchTiles " +
	"surfaceScale systemLanguage tableValues targetX targetY textLength viewBox viewTarget xChannelSelector " +
	"yChannelSelector zoomAndPan"

//omg:browser
var (
	attributeCase = byLower(set(mixed))
	elementCase   = byLower(elements)
)

//omg:browser
func byLower(names map[string]bool) map[string]string {
	m := make(map[string]string, len(names))
	for n := range names {
		m[strings.ToLower(n)] = n
	}
	return m
}

//omg:browser
func checkElement(name string) error {
	if elements[name] {
		return nil
	}
	lower := strings.ToLower(name)
	if right, ok := elementCase[lower]; ok {
		return fmt.Errorf("%s is spelt %s", name, right)
	}
	switch lower {
	case "script", "style":
		return fmt.Errorf("%s is refused", name)
	case "foreignobject":
		return fmt.Errorf("foreignObject is refused here: use HTML")
	}
	return fmt.Errorf("SVG has no such element, or none that is allowed")
}
