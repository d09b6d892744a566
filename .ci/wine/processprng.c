/* Go asks bcryptprimitives.dll for random bytes, which Wine before 9 lacks. */
#include <windows.h>
BOOLEAN NTAPI SystemFunction036(PVOID data, ULONG size); /* RtlGenRandom, in advapi32 */
__declspec(dllexport) BOOL WINAPI ProcessPrng(PBYTE data, SIZE_T size)
{
	return SystemFunction036(data, (ULONG)size);
}
