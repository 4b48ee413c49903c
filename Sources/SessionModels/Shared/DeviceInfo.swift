/// What device fingerprinting knows of a user's device.
///
/// > Source: Go package `devicehistory` v16.30.0
public struct DeviceInfo: Codable, Hashable, Sendable {
    /// The device's id.
    public var visitorID: String

    /// How well the device is known.
    public var visitorIDDetails: DeviceAttributeDetails?

    /// The device's IP address.
    public var ipAddress: String?

    /// How well the address is known.
    public var ipAddressDetails: DeviceAttributeDetails?

    /// The city of the address.
    public var ipGeoCity: String?

    /// The region of the address.
    public var ipGeoRegion: String?

    /// The country code of the address.
    public var ipGeoCountry: String?

    /// How well the country is known.
    public var ipGeoCountryDetails: DeviceAttributeDetails?

    /// Makes a value from its parts; what is left out counts as absent.
    public init(
        visitorID: String,
        visitorIDDetails: DeviceAttributeDetails? = nil,
        ipAddress: String? = nil,
        ipAddressDetails: DeviceAttributeDetails? = nil,
        ipGeoCity: String? = nil,
        ipGeoRegion: String? = nil,
        ipGeoCountry: String? = nil,
        ipGeoCountryDetails: DeviceAttributeDetails? = nil
    ) {
        self.visitorID = visitorID
        self.visitorIDDetails = visitorIDDetails
        self.ipAddress = ipAddress
        self.ipAddressDetails = ipAddressDetails
        self.ipGeoCity = ipGeoCity
        self.ipGeoRegion = ipGeoRegion
        self.ipGeoCountry = ipGeoCountry
        self.ipGeoCountryDetails = ipGeoCountryDetails
    }

    private enum CodingKeys: String, CodingKey {
        case visitorID = "visitor_id"
        case visitorIDDetails = "visitor_id_details"
        case ipAddress = "ip_address"
        case ipAddressDetails = "ip_address_details"
        case ipGeoCity = "ip_geo_city"
        case ipGeoRegion = "ip_geo_region"
        case ipGeoCountry = "ip_geo_country"
        case ipGeoCountryDetails = "ip_geo_country_details"
    }
}
